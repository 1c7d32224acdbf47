package norrhub.board.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignJsonTest {
  private final CampaignJson format = new CampaignJson();

  @Test
  void aTruncatedDocumentIsNotCounted() {
    String whole = "{\"count\":1,\"vacancies\":[{\"id\":\"x\"}]}";
    for (int cut = 0; cut < whole.length(); cut++) {
      byte[] part = whole.substring(0, cut).getBytes(UTF_8);
      assertThatThrownBy(() -> format.count(new ByteArrayInputStream(part)))
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\":2,\"vacancies\":[{}]}",
        "{\"vacancies\":[{}]}",
        "{\"count\":1,\"vacancies\":[{}]} {}",
        "[]"
      })
  void aDocumentThatDoesNotHoldWhatItDeclaresIsNoDocument(String document) {
    assertThatThrownBy(() -> format.count(new ByteArrayInputStream(document.getBytes(UTF_8))))
        .isInstanceOf(IOException.class);
  }
}
