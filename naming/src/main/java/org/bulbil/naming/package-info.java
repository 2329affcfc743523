/**
 * The addresses that a name points to, at the server that has the say of it. {@link
 * org.bulbil.naming.NameRecords} is the port: read, add, remove, each of which can be repeated.
 * {@code dns} keeps it by dynamic updates (RFC 2136) that are signed with a shared key (RFC 8945);
 * {@code testing} keeps it in memory.
 *
 * <p>Several servers may change one name at once, and know nothing of each other but the name:
 * adding commutes, and removing is a compare-and-set over the whole set of addresses.
 */
@NullMarked
package org.bulbil.naming;

import org.jspecify.annotations.NullMarked;
