package norrhub.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private static String text(int number) {
    return number % 7 == 0 ? "" : number + " å € 𝄞 ".repeat(number % 50);
  }

  @Test
  void textsAreTheSameFromMemoryAndFromTheFile() throws IOException {
    for (int inMemory : new int[] {0, 20_000, 100_000_000}) {
      try (SharedTexts texts = new SharedTexts(inMemory)) {
        for (int i = 0; i < 5_000; i++) {
          texts.add(text(i));
        }
        for (int i :
            IntStream.concat(IntStream.range(0, 5_000), IntStream.of(17, 4_999, 0)).toArray()) {
          assertThat(texts.get(i)).isEqualTo(text(i));
        }
        assertThat(texts.get(-1)).isEmpty();
        assertThat(texts.get(5_000)).isEmpty();
      }
    }
  }
}
