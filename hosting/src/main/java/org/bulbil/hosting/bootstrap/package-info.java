/**
 * What a new server runs first. {@link org.bulbil.hosting.bootstrap.UserData} fills in one POSIX
 * shell script, {@code first-boot.sh}: it fetches the {@link org.bulbil.hosting.bootstrap.Bundle}
 * from whoever hands it on, believes nothing but its hash, writes the child's settings, makes the
 * server fit for a relay, and starts the agent.
 */
@NullMarked
package org.bulbil.hosting.bootstrap;

import org.jspecify.annotations.NullMarked;
