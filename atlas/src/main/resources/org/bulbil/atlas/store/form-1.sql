-- The map's tables, as SQLite and PostgreSQL both read them. Times are seconds since 1970.

-- One row: the number of the newest script that was run.
create table atlas_form (
  form bigint not null
);
insert into atlas_form values (0);

-- One row: the newest update, and of what moment its relays and bridges are.
create table edition (
  number bigint not null,
  relays_published bigint not null,
  bridges_published bigint not null
);
insert into edition values (0, 0, 0);

-- A list of fingerprints that many relays have in common, as a JSON array; named by its digest.
create table family (
  digest text primary key,
  members text not null
);

-- Details as a JSON object without families; "changed" is the number of the update.
create table relay (
  fingerprint text primary key,
  details bytea not null,
  effective text,
  alleged text,
  indirect text,
  changed bigint not null
);

create table bridge (
  fingerprint text primary key,
  details bytea not null,
  changed bigint not null
);

-- A node's histories of one kind as the JSON object that is sent.
create table history (
  chronicle text not null,
  node text not null,
  document bytea not null,
  written bigint not null,
  primary key (chronicle, node)
);
create index history_written on history (written, node, chronicle);

create table page (
  fingerprint text primary key,
  page bytea not null
);

create table purse (
  address text primary key,
  confirmed bigint not null,
  unconfirmed bigint not null,
  received bigint not null,
  asked bigint not null
);

create table gift (
  address text not null,
  txid text not null,
  amount bigint not null,
  height bigint,
  seen bigint not null,
  primary key (address, txid)
);
create index gift_seen on gift (seen);

create table source (
  name text primary key,
  succeeded bigint,
  published bigint,
  failed bigint,
  words text
);

-- What a source keeps for its own next turn.
create table memory (
  name text primary key,
  value bytea not null
);
