package org.bulbil.agent.birth;

import org.bulbil.core.contact.ContactInfo;

/**
 * What a relay says of itself in the signed descriptor that the consensus lists.
 *
 * @param fingerprint 40 upper-case hex digits
 * @param contact its contact line, read
 */
public record Announcement(String fingerprint, ContactInfo contact) {}
