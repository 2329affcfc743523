/**
 * SQLite as everything that must survive uses it: {@link org.bulbil.bitcoin.store.Sqlite} opens one
 * file durably, brings it to the newest form, and lets one thread at a time work in transactions.
 */
@NullMarked
package org.bulbil.bitcoin.store;

import org.jspecify.annotations.NullMarked;
