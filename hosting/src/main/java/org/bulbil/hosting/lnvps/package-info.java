/**
 * LNVPS, spoken to over HTTP: an account is a Nostr key that signs every request (NIP-98), days are
 * bought for one machine and stick to it, and its bills are paid on chain to an address that stays
 * good.
 *
 * <p>{@link org.bulbil.hosting.lnvps.Lnvps} has the questions and acts; {@code MachineToken} is
 * what a credit token holds here; {@code Nip98} signs, {@code Wire} sends; {@code Body} is how
 * answers look and {@code Reading} turns them into our words; {@code Exchange} makes US cents of
 * euros and taxes; {@code BillId} carries what a bill was asked for. There is no user data: {@code
 * Ssh} brings the first script to a server whose host keys the API has named.
 */
@NullMarked
package org.bulbil.hosting.lnvps;

import org.jspecify.annotations.NullMarked;
