package io.dateline.capture;

/** Where a claim stood, in order of trust. */
public enum ClaimSource {
  JSON_LD,
  OPEN_GRAPH,
  /** Any other {@code meta} or {@code link} element, the {@code title}, the {@code lang}. */
  META,
  MICRODATA,
  /** A {@code time} element. */
  TIME_ELEMENT,
  /** A class or {@code rel} that names the text inside: {@code rel=author}, hAtom, h-entry. */
  CLASS_NAME
}
