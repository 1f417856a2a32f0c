package io.dateline.tika.connector.document;

import io.dateline.boilerplate.BlockKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds that the article index has a field for. */
final class RemovedKinds {

  private static final Set<String> KNOWN =
      Arrays.stream(BlockKind.values())
          .filter(kind -> !kind.isBody())
          .map(BlockKind::label)
          .collect(Collectors.toUnmodifiableSet());

  private RemovedKinds() {}

  /** The kind itself, or "other": under a strict mapping a new kind would cost the document. */
  static String known(String kind) {
    return KNOWN.contains(kind) ? kind : BlockKind.OTHER.label();
  }
}
