/**
 * What must survive. A {@link org.bulbil.bitcoin.store.Store} keeps records in tables and logs,
 * each by its {@link org.bulbil.bitcoin.store.Form}, and writes them through in transactions; all
 * judgement over them is Java over the rows in memory. {@link org.bulbil.bitcoin.store.SqliteFile}
 * is a store in a file; a simulated disk is among the doubles for tests.
 */
@NullMarked
package org.bulbil.bitcoin.store;

import org.jspecify.annotations.NullMarked;
