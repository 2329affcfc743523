/**
 * The words of Bitcoin that everybody here speaks: {@link org.bulbil.bitcoin.Network}, {@link
 * org.bulbil.bitcoin.Address}, {@link org.bulbil.bitcoin.TxId}, {@link
 * org.bulbil.bitcoin.OutPoint}, and payment links.
 *
 * <p>The rooms behind this door, each knowing only those before it:
 *
 * <ol>
 *   <li>{@code store}: rows that survive, in tables and logs; in a SQLite file or a simulated one.
 *   <li>{@code keys}: twelve words, two scripts, signatures.
 *   <li>{@code message}: sentences under the key of an address.
 *   <li>{@code chain}: the port to servers that know the chain, and what several of them agree on;
 *       {@code chain.esplora} is the adapter for Esplora's HTTP API.
 *   <li>{@code psbt}: payments that their donor signs elsewhere; {@code pledge}: those that many
 *       sign and that pay only together. Neither knows a key.
 *   <li>{@code spv}: the headers we have checked ourselves, and proofs against them.
 *   <li>{@code ledger}: what is proven about our coins, and whose they are now.
 *   <li>{@code selection}: sizes, and the search for coins that need no change; knows no key.
 *   <li>{@code payment}: which coins pay an amount, at what fee; pure.
 *   <li>{@code outbox}: payments that are stored before they are sent and are never made twice.
 *   <li>{@code wallet}: all of it together, as the agent sees it.
 * </ol>
 *
 * <p>{@code testing} holds a small chain in memory for the tests of this module and of others.
 */
@NullMarked
package org.bulbil.bitcoin;

import org.jspecify.annotations.NullMarked;
