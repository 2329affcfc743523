package org.bulbil.hosting;

/** The whole answer of a provider that did as told and has nothing to add. */
public record Accepted() {}
