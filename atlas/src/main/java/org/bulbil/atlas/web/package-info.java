/** What is asked by HTTP and what is answered, without a server in it. */
@NullMarked
package org.bulbil.atlas.web;

import org.jspecify.annotations.NullMarked;
