/**
 * What a new server runs first. {@link org.bulbil.hosting.bootstrap.UserData} fills in one POSIX
 * shell script, {@code first-boot.sh}: it writes the child's settings and keeps its agent running.
 * How the program itself gets onto the server will be one more step of that script.
 */
@NullMarked
package org.bulbil.hosting.bootstrap;

import org.jspecify.annotations.NullMarked;
