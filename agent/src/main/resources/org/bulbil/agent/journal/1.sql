create table fact (
  name text primary key,
  value text not null,
  at integer not null
) strict;

create table entry (
  id integer primary key,
  at integer not null,
  kind text not null,
  words text not null
) strict;

create table intent (
  id integer primary key,
  act text not null,
  subject text not null,
  detail text not null,
  made integer not null,
  ended integer,
  result text,
  words text
) strict;

create index open_intent on intent (act, subject) where ended is null;

create table purchase (
  id integer primary key,
  purpose text not null,
  cents integer not null,
  fee_percent integer not null,
  state text not null,
  invoice text,
  address text,
  sats integer,
  expires integer,
  made integer not null,
  changed integer not null,
  words text not null
) strict;

create table birth (
  id integer primary key,
  hostname text not null unique,
  genome text not null,
  cents integer not null,
  state text not null,
  token text,
  lease text,
  fingerprint text,
  address text,
  started integer not null,
  changed integer not null,
  attempts integer not null,
  words text not null
) strict;
