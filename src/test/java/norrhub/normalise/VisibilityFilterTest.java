package norrhub.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import norrhub.mapping.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Default deny: what is not meant for everybody does not enter. */
class VisibilityFilterTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -            , Sjuksköterska                 , -
          internal     , Sjuksköterska                 , not-public-internal
          INTERNAL     , Sjuksköterska                 , not-public-internal
          unlisted     , Sjuksköterska                 , not-public-unlisted
          draft        , Sjuksköterska                 , not-public-draft
          inactive     , Sjuksköterska                 , not-public-inactive
          under review , Sjuksköterska                 , not-public-otherwise
          -            , Kopia av Sjuksköterska        , not-public-draft
          -            , '  kopia av: Sjuksköterska'   , -
          -            , Kopi av Sykepleier            , not-public-draft
          -            , COPY OF Nurse                 , not-public-draft
          -            , Copywriter                    , -
          -            , Vi söker dig som gör Kopia av , -
          """)
  void tellsWhyADraftIsKeptOut(String notPublic, String title, String code) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    Optional.ofNullable(notPublic).ifPresent(word -> fields.put("notPublic", word));
    fields.put("title", title);

    assertThat(new VisibilityFilter().against(new Draft(fields)).map(why -> why.kind().code()))
        .isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void aFlagInsteadOfAWordKeepsOutToo() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("notPublic", true);

    assertThat(new VisibilityFilter().against(new Draft(fields))).isPresent();
  }
}
