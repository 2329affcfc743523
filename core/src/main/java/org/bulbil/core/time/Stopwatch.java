package org.bulbil.core.time;

import java.time.Duration;

/**
 * Time since some fixed moment, which no setting of a clock changes: it only ever grows. It may
 * stand still while the machine sleeps.
 */
public interface Stopwatch {

  Duration elapsed();
}
