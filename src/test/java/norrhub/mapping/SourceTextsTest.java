package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentinels become absence; escaping is undone exactly as often as the format says. */
class SourceTextsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':'None','b':'Nonesuch'}        | {'b':'Nonesuch'}",
        "{'a':' - ','b':'x - y'}            | {'b':'x - y'}",
        "{'a':{'b':'[[salaryMin]]'}}        | {'a':{}}",
        "{'a':['None','x',{'b':'None'}]}    | {'a':['x',{}]}",
        "{'a':{'@id':'1','#text':'None'}}   | {'a':{'@id':'1'}}",
        "{'a':'1753-01-01T00:00:00','n':7}  | {'n':7}",
        "{'office':'Remote','name':'Remote'} | {'name':'Remote'}",
      })
  void aSentinelIsAbsence(String written, String read) throws Exception {
    SourceTexts texts =
        new SourceTexts(
            List.of("None", "-", "[[*]]", "1753-01-01*"),
            Map.of("office", List.of("Remote")),
            Map.of());

    assertThat(texts.of(json(written))).isEqualTo(json(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&lt;p&gt;a&amp;nbsp;b | 1 | <p>a&nbsp;b",
        "&amp;lt;p&amp;gt;     | 1 | &lt;p&gt;",
        "&amp;lt;p&amp;gt;     | 2 | <p>",
        "a?b=1&copy=2          | 1 | a?b=1&copy=2",
        "a?b=1&amp;copy=2      | 1 | a?b=1&copy=2",
        "&#229;&#xE4;&#150;    | 1 | åä–",
        "&bogus; &#xD83D; &    | 2 | &bogus; &#xD83D; &",
      })
  void escapingIsUndoneExactlyAsOftenAsDeclared(String written, int times, String read)
      throws Exception {
    SourceTexts texts = new SourceTexts(List.of(), Map.of(), Map.of("t", times));
    JsonNode record = JSON.createObjectNode().put("t", written).put("u", written);

    assertThat(texts.of(record).get("t").asText()).isEqualTo(read);
    assertThat(texts.of(record).get("u").asText()).isEqualTo(written);
  }

  @Test
  void whatIsNotConcernedStaysTheSameNode() throws Exception {
    SourceTexts texts = new SourceTexts(List.of("None"), Map.of(), Map.of());
    JsonNode record = json("{'a':{'b':['x']},'c':'None'}");

    assertThat(texts.of(record).get("a")).isSameAs(record.get("a"));
    assertThat(record.has("c")).isTrue();
  }
}
