package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;

/** The answer to a request for an invoice. */
@Json
public record AddReply(InvoiceReply invoice) {}
