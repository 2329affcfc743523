/**
 * The relay as a tenant: {@link org.bulbil.agent.tenancy.Tenancy} knows the own server and its
 * credit, also while the provider is silent; {@link org.bulbil.agent.tenancy.Renewal} turns credit
 * into days, once.
 */
@NullMarked
package org.bulbil.agent.tenancy;

import org.jspecify.annotations.NullMarked;
