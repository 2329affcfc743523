package org.bulbil.sandbox.world;

import java.nio.file.Path;
import org.bulbil.sandbox.nameserver.ZoneSettings;

/**
 * What a site in a sandbox is like for those around it.
 *
 * @param named program of the nameserver
 * @param zone in which its name is, and where that is asked for
 * @param port of its web servers
 * @param words of its first page, by which a reader knows it
 */
public record SiteTerms(Path named, ZoneSettings zone, int port, String words) {}
