/** What the API answers, field by field as the original does, under its names. */
@NullMarked
package org.bulbil.sandbox.provider.api.reply;

import org.jspecify.annotations.NullMarked;
