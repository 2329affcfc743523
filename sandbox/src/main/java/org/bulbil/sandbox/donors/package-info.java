/**
 * People who give. {@link org.bulbil.sandbox.donors.Generosity} is the pure part: when the next
 * gift comes, who gets it and how much, drawn from a random generator. {@link
 * org.bulbil.sandbox.donors.Donors} is the part with effects: they read the directory, remember
 * what they have read, and pay real transactions.
 */
@NullMarked
package org.bulbil.sandbox.donors;

import org.jspecify.annotations.NullMarked;
