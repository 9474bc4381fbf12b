package pl.soclab.webinarbot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.soclab.webinarbot.answering.TrainedModel.Weights;

class FeatureWeightsTest {
  private static final long SEED = 3;
  private static final int TOPICS = 140;

  private final Random random = new Random(SEED);

  /** Features of every size, one of them of all topics. */
  private Map<String, Weights> model() {
    var model = new HashMap<String, Weights>();
    for (int i = 0; i < 3000; i++) {
      int size = i == 0 ? TOPICS : random.nextInt(9);
      var of = new Weights(new int[size], new float[size]);
      for (int topic = 0; topic < size; topic++) {
        of.topics()[topic] = i == 0 ? topic : topic * 15;
        of.weights()[topic] = random.nextFloat() - 0.5f;
      }
      model.put((i % 2 == 0 ? "g:" : "l:ż") + i, of);
    }
    return model;
  }

  private static FeatureWeights read(Map<String, Weights> model) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new TrainedModel(List.of(), model).write(new DataOutputStream(bytes));
    ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
    assertThat(in.getShort()).as("topics").isZero();
    return FeatureWeights.read(in);
  }

  @Test
  void featuresAddWhatTheirWeightsSay() throws IOException {
    Map<String, Weights> model = model();

    FeatureWeights weights = read(model);

    model.forEach(
        (feature, of) -> {
          var sums = new double[TOPICS];
          var expected = new double[TOPICS];
          for (int i = 0; i < of.topics().length; i++) {
            expected[of.topics()[i]] = of.weights()[i] * 0.3;
          }
          int place = weights.find(feature);
          weights.add(place, 0.3, sums);
          assertThat(sums).as("%s, seed %d", feature, SEED).isEqualTo(expected);
          for (int i = 0; i < of.topics().length; i++) {
            assertThat(weights.weight(place, of.topics()[i])).isEqualTo(of.weights()[i]);
          }
        });
  }

  @Test
  void featureThatTheModelDoesNotHaveIsUnknown() throws IOException {
    FeatureWeights weights = read(model());

    assertThat(weights.find("g:3001")).isEqualTo(FeatureWeights.UNKNOWN);
    assertThat(weights.find("")).isEqualTo(FeatureWeights.UNKNOWN);
    assertThat(weights.weight(weights.find("g:2"), 1)).as("a topic that it has not").isZero();
  }
}
