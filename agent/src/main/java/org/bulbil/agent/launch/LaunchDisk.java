package org.bulbil.agent.launch;

import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.store.StoreFile;

/**
 * Everything of a launch that must survive, but for what was asked for and the family's key.
 *
 * @param seed the words of the launcher's wallet
 * @param wallet what that knows
 * @param journal what the launch knows: purchases, intents, founders, what was agreed to
 */
public record LaunchDisk(Seed seed, StoreFile wallet, StoreFile journal) {}
