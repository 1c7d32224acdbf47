package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one record is itself                | {"title":"A"} | | {"title":"A"}
          the first stands, places are united | {"title":"A","locations":{"city":"Boden"}} | {"title":"B","locations":[{"city":"Luleå"}]} | {"title":"A","locations":[{"city":"Boden"},{"city":"Luleå"}]}
          a place that stands twice is one    | {"locations":[{"city":"Boden"}]} | {"locations":[{"city":"Boden"}]} | {"locations":[{"city":"Boden"}]}
          what is not public adds no place    | {"notPublic":"internal","title":"A","locations":{"city":"Boden"}} | {"title":"B","locations":{"city":"Luleå"}} | {"title":"B","locations":[{"city":"Luleå"}]}
          nothing of it is public             | {"notPublic":"draft"} | {"notPublic":"internal"} | {"notPublic":"draft"}
          """)
  void recordsThatShareAKeyAreUnited(String story, String first, String second, String united)
      throws JsonProcessingException {
    List<Mapped> all =
        Stream.of(first, second).filter(json -> json != null).map(MappedTest::mapped).toList();

    assertThat(Mapped.united(all).draft().fields()).isEqualTo(new ObjectMapper().readTree(united));
  }

  private static Mapped mapped(String json) {
    try {
      return new Mapped(new Draft(new ObjectMapper().readTree(json)), List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
