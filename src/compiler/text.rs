//! f-strings: literal parts and formatted values, joined.

use std::sync::Arc;

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};

use super::body::{Body, span};
use crate::{
    program::{Constant, Conversion, Instruction, Register},
    source::Span,
};

impl Body<'_, '_> {
    /// An f-string.
    pub fn f_string(&mut self, text: &ast::ExprFString, dst: Register) {
        let base = Register(self.function.emitter.height());
        for part in &text.value {
            match part {
                FStringPart::Literal(literal) => self.literal_part(literal, span(literal)),
                FStringPart::FString(inner) => self.elements(&inner.elements),
            }
        }
        self.join(base, dst, span(text));
    }

    fn literal_part(&mut self, literal: &str, at: Span) {
        if !literal.is_empty() {
            self.constant(Constant::Str(Arc::from(literal)), at);
        }
    }

    fn join(&mut self, base: Register, dst: Register, at: Span) {
        let count = self.function.emitter.height() - base.0;
        self.emit(Instruction::BuildString { dst, base, count }, at);
    }

    fn elements(&mut self, elements: &ast::InterpolatedStringElements) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => self.literal_part(&literal.value, span(literal)),
                InterpolatedStringElement::Interpolation(value) => self.interpolation(value),
            }
        }
    }

    fn interpolation(&mut self, element: &ast::InterpolatedElement) {
        let at = span(element);
        if let Some(debug) = &element.debug_text {
            self.literal_part(debug.as_str(), at);
        }
        let dst = self.temporary();
        let height = self.function.emitter.height();
        let value = self.expression(&element.expression);
        let plain = element.format_spec.is_none() && element.debug_text.is_some();
        let conversion = match element.conversion {
            ConversionFlag::None if plain => Conversion::Repr,
            ConversionFlag::None => Conversion::None,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
        };
        let spec = match &element.format_spec {
            Some(spec) => {
                let spec_dst = self.temporary();
                let base = Register(self.function.emitter.height());
                self.elements(&spec.elements);
                self.join(base, spec_dst, span(&**spec));
                spec_dst
            }
            None => Register::NONE,
        };
        self.emit(Instruction::Format { conversion, dst, value, spec }, at);
        self.function.emitter.release(height);
    }
}
