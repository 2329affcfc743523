/**
 * The public map: who is alive, how fast, descended from whom, until when, and where to pay.
 *
 * <p>What sources say ({@code ingest}) goes into a {@link org.bulbil.atlas.store.Store} in whole
 * updates. Readers see it as a {@link org.bulbil.atlas.network.Snapshot}: everything of one moment,
 * in memory, never half an update. Answers are written from it: Onionoo's protocol, our own, and
 * pages. No key is ever in this room.
 */
@NullMarked
package org.bulbil.atlas;

import org.jspecify.annotations.NullMarked;
