using Covered.Library;
using Xunit;

namespace Covered.Tests;

public sealed class VoteTests
{
    [Fact]
    public void The_greatest_logit_wins() => Assert.Equal(3, Vote.Winner([0, 1, 2, 9, 8, 7, 6, 5, 4, 3]));

    [Fact]
    public void Nobody_wins_without_logits() => Assert.Equal(-1, Vote.Winner([]));
}
