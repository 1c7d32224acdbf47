package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class NoticesTest {
  private static ConfigurableApplicationContext hub;

  @BeforeAll
  static void start() {
    hub = HubTest.start();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void everyNoticeHasACodeOfItsOwnAndBothTexts() {
    assertThat(kinds()).extracting(NoticeKind::code).doesNotHaveDuplicates();
    assertThat(kinds()).allSatisfy(kind -> assertThat(kind.swedish()).isNotBlank());
    assertThat(kinds()).allSatisfy(kind -> assertThat(kind.english()).isNotBlank());
  }

  @Test
  void everyKindThatAClassHasIsOneThatItTellsOf() throws IllegalAccessException {
    for (RaisesNotices raiser : raisers()) {
      List<NoticeKind> constants = new ArrayList<>();
      for (Field field : raiser.getClass().getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == NoticeKind.class) {
          field.setAccessible(true);
          constants.add((NoticeKind) field.get(null));
        }
      }
      assertThat(raiser.notices()).as(raiser.getClass().getName()).containsAll(constants);
    }
  }

  @Test
  void theReferencePageListsThemAll() throws IOException {
    String rows =
        kinds().stream()
            .sorted(Comparator.comparing(NoticeKind::code))
            .map(
                k ->
                    "| `%s` | %s | %s<br>*%s*%s |\n"
                        .formatted(
                            k.code(),
                            k.severity(),
                            k.english(),
                            k.swedish(),
                            k.adminRemedy().isEmpty() ? "" : "<br>Admin: " + k.adminRemedy()))
            .collect(Collectors.joining("", "| code | severity | text |\n|---|---|---|\n", ""));
    Golden.checkPart(Path.of("src/docs/notices.md"), "notices", rows);
  }

  private static List<NoticeKind> kinds() {
    return raisers().stream().flatMap(raiser -> raiser.notices().stream()).distinct().toList();
  }

  private static Collection<RaisesNotices> raisers() {
    return hub.getBeansOfType(RaisesNotices.class).values();
  }
}
