package io.hydrant.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeZonesTest {
  /** Names of the last decades, and names that are no region's. */
  private static final Set<String> NOT_LISTED =
      Set.of(
          "Asia/Kolkata",
          "Europe/Kyiv",
          "America/Argentina/Buenos_Aires",
          "Asia/Ho_Chi_Minh",
          "Asia/Kathmandu",
          "EST",
          "GMT",
          "US/Eastern",
          "Etc/UTC",
          "+01:00",
          "Z",
          "utc");

  @Test
  void the_time_of_every_accepted_time_zone_can_be_computed() {
    for (String zone : TimeZones.all()) {
      assertThat(ZoneId.of(zone).getRules()).as(zone).isNotNull();
    }
  }

  @Test
  void the_list_has_as_many_names_as_the_page_and_utc() {
    assertThat(TimeZones.all()).hasSize(295);
  }

  @Test
  void newer_names_and_those_of_three_letters_are_not_taken() {
    assertThat(TimeZones.all()).doesNotContainAnyElementsOf(NOT_LISTED);
  }
}
