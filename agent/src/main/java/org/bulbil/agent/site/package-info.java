/**
 * A static site as what a server is for. {@link org.bulbil.agent.site.Packing} makes one file of a
 * folder, which is known by its hash and handed on from server to server ({@link
 * org.bulbil.agent.site.ContentShelf}, {@link org.bulbil.agent.site.ContentDoor}, {@link
 * org.bulbil.agent.site.ContentErrand}); {@link org.bulbil.agent.site.Nginx} shows it; {@link
 * org.bulbil.agent.site.Footer} says beside it who pays. {@link org.bulbil.agent.site.NameKeeper}
 * sees to it that the name points to the servers that answer.
 */
@NullMarked
package org.bulbil.agent.site;

import org.jspecify.annotations.NullMarked;
