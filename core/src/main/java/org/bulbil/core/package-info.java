/**
 * The judgement of a relay, pure: no clock, no disk, no network. Everybody may know this module; it
 * knows nobody.
 */
@NullMarked
package org.bulbil.core;

import org.jspecify.annotations.NullMarked;
