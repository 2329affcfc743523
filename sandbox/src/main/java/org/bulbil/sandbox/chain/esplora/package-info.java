/**
 * The chain over HTTP, as Blockstream's Esplora shows it: the same paths, JSON fields and errors.
 *
 * <p>{@link org.bulbil.sandbox.chain.esplora.EsploraServer} listens and finds the {@code Route};
 * {@code BlockPages}, {@code TransactionPages}, {@code ScriptPages} and {@code MempoolPages} answer
 * each for one kind of thing, always about one moment of the chain; the records named {@code
 * …Message} are the JSON. {@link org.bulbil.sandbox.chain.esplora.Faults} makes one server
 * misbehave, and {@code ControlPages} lets a person at a keyboard play the world's fate.
 */
@NullMarked
package org.bulbil.sandbox.chain.esplora;

import org.jspecify.annotations.NullMarked;
