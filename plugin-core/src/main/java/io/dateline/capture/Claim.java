package io.dateline.capture;

/**
 * One thing a page says about itself.
 *
 * @param topic what it is about
 * @param source where it stood
 * @param value what it says, white space folded, entities decoded, never blank
 */
public record Claim(ClaimTopic topic, ClaimSource source, String value) {

  public Claim {
    if (value.isBlank()) {
      throw new IllegalArgumentException("value must not be blank");
    }
  }
}
