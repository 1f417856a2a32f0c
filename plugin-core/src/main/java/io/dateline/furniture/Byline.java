package io.dateline.furniture;

import java.util.List;

/**
 * Who wrote the story.
 *
 * @param names persons, without "By", roles and addresses
 * @param organisations desks, agencies, "Staff"
 */
public record Byline(List<String> names, List<String> organisations) {

  public Byline {
    names = List.copyOf(names);
    organisations = List.copyOf(organisations);
  }
}
