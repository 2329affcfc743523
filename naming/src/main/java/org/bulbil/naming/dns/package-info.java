/**
 * Names by dynamic updates: {@link org.bulbil.naming.dns.DnsNameRecords} asks and changes, {@link
 * org.bulbil.naming.dns.Zones} finds the zone that a name is in, {@code Exchange} is one signed
 * question over TCP, and {@code Complaint} puts what a nameserver refuses into words.
 */
@NullMarked
package org.bulbil.naming.dns;

import org.jspecify.annotations.NullMarked;
