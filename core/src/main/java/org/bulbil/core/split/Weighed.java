package org.bulbil.core.split;

/** A candidate, and what the rule says of it. */
public record Weighed(Candidate candidate, Factors factors) {}
