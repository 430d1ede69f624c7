using System.Collections.Generic;

namespace Digits;

/// <summary>How a model learnt: a value for each epoch.</summary>
internal sealed class Curve(IModel model, DigitData heldBack)
{
    private readonly List<double> _trainingLosses = [];
    private readonly List<double> _heldBackLosses = [];
    private readonly List<double> _accuracies = [];

    public string Name => model.Name;

    public IReadOnlyList<double> TrainingLosses => _trainingLosses;

    public IReadOnlyList<double> HeldBackLosses => _heldBackLosses;

    /// <summary>On the held-back digits.</summary>
    public IReadOnlyList<double> Accuracies => _accuracies;

    public void Add(double trainingLoss)
    {
        var result = new Evaluation(model, heldBack);
        _trainingLosses.Add(trainingLoss);
        _heldBackLosses.Add(result.MeanLoss);
        _accuracies.Add(result.Accuracy);
    }
}
