using System;

namespace Shards;

/// <summary>There is no answer: which shards did not answer in time, or do not fit together. Never an answer of some of the shards.</summary>
internal sealed class SearchException(string message, Exception? inner = null) : Exception(message, inner);
