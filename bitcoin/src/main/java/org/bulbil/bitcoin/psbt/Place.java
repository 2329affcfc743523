package org.bulbil.bitcoin.psbt;

import org.bulbil.bitcoin.LockingScript;

/**
 * One script of a descriptor.
 *
 * @param key the only one that it needs
 */
public record Place(LockingScript script, KeySource key) {}
