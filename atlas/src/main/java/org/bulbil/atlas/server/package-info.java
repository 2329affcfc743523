/**
 * The HTTP server of the map: the JDK's, on virtual threads, with bounds on everything that a
 * stranger can send.
 *
 * <p>{@link org.bulbil.atlas.server.AtlasServer} listens; {@link org.bulbil.atlas.server.Gate}
 * refuses what no room should ever see; rooms answer; {@link org.bulbil.atlas.server.Delivery} adds
 * what belongs to every answer. Nobody's address is kept or logged.
 */
@NullMarked
package org.bulbil.atlas.server;

import org.jspecify.annotations.NullMarked;
