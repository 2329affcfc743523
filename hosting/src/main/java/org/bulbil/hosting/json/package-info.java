/**
 * What the clients of HTTP interfaces in JSON share: {@link org.bulbil.hosting.json.Answers} sorts
 * answers into done, refused and unknown, {@link org.bulbil.hosting.json.JsonText} reads bodies,
 * {@link org.bulbil.hosting.json.Fields} their values, and {@link
 * org.bulbil.hosting.json.Complaint} keeps what people should read of an error. What cannot be true
 * is {@link org.bulbil.hosting.json.Nonsense}, which never leaves this room.
 */
@NullMarked
package org.bulbil.hosting.json;

import org.jspecify.annotations.NullMarked;
