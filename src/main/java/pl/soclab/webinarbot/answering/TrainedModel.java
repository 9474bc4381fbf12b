package pl.soclab.webinarbot.answering;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What {@link TopicTrainer} finds when the project is built; {@link TopicClassifier} reads it.
 *
 * @param topicIds the topics that {@code weights} count
 * @param weights by feature
 */
record TrainedModel(List<String> topicIds, Map<String, Weights> weights) {
  /**
   * What a feature says for and against the topics.
   *
   * @param topics positions in the list of topics
   * @param weights as many
   */
  record Weights(int[] topics, float[] weights) {}

  /** Writes the model; {@link TopicClassifier#read} is its other half. */
  void write(DataOutputStream out) throws IOException {
    out.writeShort(topicIds.size());
    for (String id : topicIds) {
      out.writeUTF(id);
    }
    out.writeInt(weights.size());
    for (Map.Entry<String, Weights> feature : weights.entrySet()) {
      out.writeUTF(feature.getKey());
      Weights of = feature.getValue();
      out.writeByte(of.topics.length);
      for (int i = 0; i < of.topics.length; i++) {
        out.writeByte(of.topics[i]);
        out.writeFloat(of.weights[i]);
      }
    }
  }
}
