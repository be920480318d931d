//! What the marks on the pages mean: headings, paragraphs and tables, in the order in which they are
//! read out.

use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagKind, TagTree,
};

/// One of the parts of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part(usize);

/// What a mark is there for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Role {
    /// It is said by a part of the document.
    Says(Part),
    /// It helps the eye, and is not read out.
    Shows(ArtifactType),
}

impl Role {
    /// What a page says of the mark.
    pub(super) fn tag(self) -> ContentTag<'static> {
        match self {
            Self::Says(_) => ContentTag::Span(SpanTag::empty()),
            Self::Shows(kind) => ContentTag::Artifact(Artifact::with_kind(kind)),
        }
    }
}

/// The parts of a document, each behind the one that it belongs to.
#[derive(Default)]
pub(super) struct Structure {
    parts: Vec<(TagKind, Option<Part>)>,
}

impl Structure {
    /// A new part, the last of `whole`; of the document itself without.
    pub(super) fn add(&mut self, tag: impl Into<TagKind>, whole: Option<Part>) -> Part {
        self.parts.push((tag.into(), whole));
        Part(self.parts.len() - 1)
    }

    /// The parts with the marks that say them.
    pub(super) fn tree(&self, drawn: &[(Part, Identifier)]) -> TagTree {
        let mut groups: Vec<_> =
            self.parts.iter().map(|(tag, _)| TagGroup::new(tag.clone())).collect();
        for (part, mark) in drawn {
            groups[part.0].push(*mark);
        }
        let mut tree = Vec::new();
        // From the last to the first: what belongs to a part is complete before the part is reached,
        // and stands in it from the last to the first.
        while let Some(mut group) = groups.pop() {
            if !matches!(group.children.first(), Some(Node::Leaf(_))) {
                group.children.reverse();
            }
            match self.parts[groups.len()].1 {
                Some(whole) => groups[whole.0].push(group),
                None => tree.push(group),
            }
        }
        let mut whole = TagTree::new();
        tree.into_iter().rev().for_each(|part| whole.push(part));
        whole
    }
}
