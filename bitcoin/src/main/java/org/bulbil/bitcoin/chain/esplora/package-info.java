/**
 * Esplora's HTTP API, as Blockstream publishes it: {@link
 * org.bulbil.bitcoin.chain.esplora.EsploraSource}. The other types are its messages.
 */
@NullMarked
package org.bulbil.bitcoin.chain.esplora;

import org.jspecify.annotations.NullMarked;
