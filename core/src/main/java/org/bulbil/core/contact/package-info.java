/**
 * The contact line of a Tor relay: writing ours ({@link org.bulbil.core.contact.ContactLine}),
 * reading everybody's ({@link org.bulbil.core.contact.ContactInfo}). The form is the
 * ContactInfo-Information-Sharing-Specification (CIISS), version 2: {@code key:value} pairs between
 * any other words.
 */
@NullMarked
package org.bulbil.core.contact;

import org.jspecify.annotations.NullMarked;
