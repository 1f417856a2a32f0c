package io.dateline.gazetteer.build;

import io.dateline.gazetteer.NameType;
import java.util.ArrayList;
import java.util.List;

/** The names of one place, collected. */
final class NameBuffer implements NameRules.Sink {

  /** A name and what it is to its place. */
  record Entry(String name, NameType type) {}

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public void accept(String name, NameType type) {
    entries.add(new Entry(name, type));
  }

  List<Entry> entries() {
    return entries;
  }
}
