package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> ORDERED =
      List.of(
          "jobs",
          "jobs-1.xml",
          "jobs-2.xml",
          "jobs-02.xml",
          "jobs-9-b.xml",
          "jobs-10-a.xml",
          "jobs-20261128120000123456789.xml",
          "jobs-20261128120000123456790.xml",
          "jobs.xml",
          "jobs_1.xml");

  @Test
  void numbersCountAsNumbersHoweverLongTheyAre() {
    List<String> shuffled = new ArrayList<>(ORDERED);
    Collections.reverse(shuffled);

    shuffled.sort(new NaturalOrder());

    assertThat(shuffled).containsSubsequence("jobs-2.xml", "jobs-10-a.xml");
    assertThat(shuffled).containsSubsequence("jobs-9-b.xml", "jobs-10-a.xml");
    assertThat(shuffled)
        .containsSubsequence(
            "jobs-20261128120000123456789.xml", "jobs-20261128120000123456790.xml");
    assertThat(shuffled.get(0)).isEqualTo("jobs");
  }

  @Test
  void twoNamesAreNeverEqualThatAreNotTheSame() {
    NaturalOrder order = new NaturalOrder();
    for (String one : ORDERED) {
      for (String other : ORDERED) {
        assertThat(Integer.signum(order.compare(one, other)))
            .isEqualTo(-Integer.signum(order.compare(other, one)));
        assertThat(order.compare(one, other) == 0).isEqualTo(one.equals(other));
      }
    }
  }
}
