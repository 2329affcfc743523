package org.bulbil.agent.settings;

import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.money.Cents;

/**
 * Who gets the remainder, and what a child gets to start with.
 *
 * @param beneficiaries in order of preference, each an address of the chain's network
 * @param startGift what a child that has appeared is sent; zero for nothing
 */
public record WillSettings(Beneficiaries beneficiaries, Cents startGift) {}
