package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A field is known from a sample or ignored by name; any other is reported by its path. */
class KnownFieldsTest {
  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void fieldsOfTheSampleAreKnownWhereverInAListTheyStood() throws Exception {
    KnownFields known = new KnownFields(List.of());
    known.learn(json("{'id':1,'places':[{'city':'x'},{'zip':null}]}"));

    assertThat(known.unknown(json("{'id':2,'places':[{'zip':'9'},{'city':'y','street':'z'}]}")))
        .containsExactly("places/street");
    assertThat(known.unknown(json("{'places':{'city':'one, not in a list'}}"))).isEmpty();
  }

  @Test
  void theTopmostUnknownFieldIsReportedOnceAndEmptyOnesNot() throws Exception {
    KnownFields known = new KnownFields(List.of());
    known.learn(json("{'id':1}"));

    assertThat(
            known.unknown(json("{'a':{'b':1,'c':2},'l':[{'x':1},{'x':2}],'n':null,'e':'','o':{}}")))
        .containsExactly("a", "l");
  }

  @Test
  void ignoredFieldsAreIgnoredWithAllBelowThem() throws Exception {
    KnownFields known = new KnownFields(List.of("meta", "t/*/slug", "filter*"));
    known.learn(json("{'t':{'sv':{'title':'x'}}}"));

    assertThat(
            known.unknown(
                json(
                    "{'meta':{'a':{'b':1}},'filter12':{'x':1},'t':{'sv':{'slug':'s','body':'x'}}}")))
        .containsExactly("t/sv/body");
  }

  @Test
  void aHostileRecordIsReportedByItsFirstFieldsOnly() throws Exception {
    StringBuilder many = new StringBuilder("{'f':1");
    for (int i = 0; i < 1000; i++) {
      many.append(",'f").append(i).append("':1");
    }

    assertThat(new KnownFields(List.of()).unknown(json(many + "}"))).hasSize(20);
  }
}
