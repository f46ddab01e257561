//! The places of a source that mutants change, found in its syntax: cargo-mutants tells the sign that it replaces, and what is
//! woven in needs the whole expression around it.

use std::collections::BTreeMap;
use std::ops::Range;

use proc_macro2::Span as Tokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::listed::{Genre, Position, Span};

/// How a change is woven in.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Way {
    /// Before the first statement of a function, which ends there.
    Body,
    /// As [`Way::Body`], of a function that promises some iterator.
    Iterator,
    /// Beside an expression.
    Expression,
    /// In the guard of an arm, which it gets.
    Arm,
}

/// A place.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Site {
    /// First byte; for [`Way::Arm`] the place of the guard.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// How.
    pub way: Way,
}

/// The sites of a source by the kind of mutant and the span that cargo-mutants tells.
pub type Sites = BTreeMap<(Genre, Span), Site>;

/// Finds the sites.
///
/// # Errors
/// When the source is not Rust that syn reads.
pub fn sites(text: &str) -> Result<Sites, String> {
    let file = syn::parse_file(text).map_err(|error| error.to_string())?;
    let mut finder = Finder { sites: Sites::new(), constant: false };
    finder.visit_file(&file);
    Ok(finder.sites)
}

struct Finder {
    sites: Sites,
    /// Within a constant, which the compiler works out: no switch can change it.
    constant: bool,
}

impl Finder {
    fn add(&mut self, genre: Genre, told: Span, Range { start, end }: Range<usize>, way: Way) {
        if !self.constant {
            self.sites.insert((genre, told), Site { start, end, way });
        }
    }

    fn within(&mut self, constant: bool, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.constant, constant);
        visit(self);
        self.constant = outer;
    }

    fn expression(&mut self, genre: Genre, sign: Tokens, whole: Tokens) {
        self.add(genre, span(sign, sign), whole.byte_range(), Way::Expression);
    }

    fn body(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (Some(first), Some(last)) = (block.stmts.first(), block.stmts.last()) else { return };
        let promises =
            matches!(&signature.output, syn::ReturnType::Type(_, kind) if matches!(**kind, syn::Type::ImplTrait(_)));
        let way = if promises { Way::Iterator } else { Way::Body };
        let bytes = first.span().byte_range().start..last.span().byte_range().end;
        self.add(Genre::FnValue, span(first.span(), last.span()), bytes, way);
    }
}

fn span(first: Tokens, last: Tokens) -> Span {
    Span { start: Position::of(first.start()), end: Position::of(last.end()) }
}

/// Whether an operand of a chain of conditions binds something: no other operator may stand there.
fn binds(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => binds(&binary.left) || binds(&binary.right),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.within(true, |finder| visit::visit_item_const(finder, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.within(true, |finder| visit::visit_impl_item_const(finder, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.within(true, |finder| visit::visit_item_static(finder, item));
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.within(false, |finder| visit::visit_expr_closure(finder, closure));
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.body(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        if !binds(&binary.left) && !binds(&binary.right) {
            self.expression(Genre::BinaryOperator, binary.op.span(), binary.span());
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        self.expression(Genre::UnaryOperator, unary.op.span(), unary.span());
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some((_, guard)) = &arm.guard {
            self.expression(Genre::MatchArmGuard, guard.span(), guard.span());
        } else {
            let at = arm.pat.span().byte_range().end;
            self.add(Genre::MatchArm, span(arm.span(), arm.span()), at..at, Way::Arm);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, whole: &'ast syn::ExprStruct) {
        for pair in whole.fields.pairs() {
            let field = pair.value().span();
            let told = span(field, pair.punct().map_or(field, |comma| comma.span()));
            self.add(Genre::StructField, told, whole.span().byte_range(), Way::Expression);
        }
        visit::visit_expr_struct(self, whole);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_leads_to_the_expression_around_it() {
        let text = "fn 甲() -> bool { let 乙 = 1 < 2; if let Some(x) = y && x > 3 { return !乙; } 乙 }";
        let sites = sites(text).unwrap();
        let found: Vec<(Genre, &str)> = sites
            .iter()
            .map(|((genre, _), site)| (*genre, text.get(site.start..site.end).unwrap_or_default()))
            .collect();
        assert_eq!(found.len(), 4, "a chain that binds has no other operator: {found:?}");
        assert!(found.contains(&(Genre::BinaryOperator, "1 < 2")) && found.contains(&(Genre::BinaryOperator, "x > 3")));
        assert!(
            found.contains(&(Genre::UnaryOperator, "!乙")) && found.iter().any(|(genre, _)| *genre == Genre::FnValue)
        );
    }
}
