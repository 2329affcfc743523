/**
 * What a relay must not forget, in one SQLite file: {@link org.bulbil.agent.journal.Journal} keeps
 * facts (the newest value of something), entries (what happened, for people) and intents.
 *
 * <p>An <i>intent</i> is written before every act that must not happen twice, and closed when its
 * outcome is known. A crash, or an answer that never came, leaves it open; whoever finds an open
 * intent asks what became of it before anything of its kind is done again.
 */
@NullMarked
package org.bulbil.agent.journal;

import org.jspecify.annotations.NullMarked;
