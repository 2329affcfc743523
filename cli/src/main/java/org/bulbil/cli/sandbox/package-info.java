/**
 * {@code bulbil sandbox}: a world on this machine, the first relays planted in it, and what is
 * shown of it. {@link org.bulbil.cli.sandbox.SandboxCommand} has the options, {@code SandboxRun} is
 * the course of one run, {@code Planting} buys the first relays, and a {@code Show} is what people
 * or scripts see: {@code LiveTable}, {@code PlainLines} or {@code JsonLines}.
 */
@NullMarked
package org.bulbil.cli.sandbox;

import org.jspecify.annotations.NullMarked;
