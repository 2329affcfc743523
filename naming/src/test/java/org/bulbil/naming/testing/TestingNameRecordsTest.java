package org.bulbil.naming.testing;

import org.bulbil.naming.NameRecords;
import org.bulbil.naming.NameRecordsContract;

/** A name in memory is like one at a nameserver. */
class TestingNameRecordsTest extends NameRecordsContract {

  private final TestingNameRecords records = new TestingNameRecords();

  @Override
  protected NameRecords records() {
    return records;
  }
}
